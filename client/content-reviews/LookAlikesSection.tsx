import { Box, Chip } from '@mui/material';
import type { LookAlike } from '#contract/content-reviews';
import { Section } from '../fields/Section.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

/** What in it can be taken for an official name: where, how it reads for a machine and for a person, and what it resembles. */
export function LookAlikesSection({ found }: { found: readonly LookAlike[] }) {
  const t = useText();
  const label = useLabel();
  return (
    <Section
      title={t('content.lookAlikes')}
      {...(found.length > 0 ? { action: <Chip color="warning" label={t('content.flagged')} /> } : {})}
    >
      <PlainTable
        caption={t('content.lookAlikes')}
        rows={found}
        keyOf={(one, index) => `${one.place}:${index}`}
        empty={t('content.noLookAlikes')}
        columns={[
          { name: t('content.place'), cell: ({ place }) => label('lookAlikePlace', place) },
          { name: t('content.found'), cell: (one) => <Found one={one} /> },
          { name: t('content.official'), cell: ({ resembles }) => resembles },
          { name: t('content.kind'), cell: ({ kind }) => label('lookAlikeKind', kind) },
          { name: t('content.distance'), figure: true, cell: ({ distance }) => distance ?? '–' },
        ]}
      />
    </Section>
  );
}

function Found({ one: { found, shown } }: { one: LookAlike }) {
  const t = useText();
  return (
    <Box component="span" sx={{ display: 'block', minWidth: 160, overflowWrap: 'anywhere' }}>
      <code>
        <bdi>{found}</bdi>
      </code>
      {shown !== found && (
        <>
          {` ${t('content.shownAs')} `}
          <bdi>{shown}</bdi>
        </>
      )}
    </Box>
  );
}
