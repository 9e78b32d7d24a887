import { Alert, Box, Button } from '@mui/material';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Refused } from '../decisions/Refused.tsx';
import { UnsavedGuard } from '../decisions/UnsavedGuard.tsx';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';
import { TOP_BAR_HEIGHT } from '../layout/topBarHeight.ts';
import { BasicsFields } from './BasicsFields.tsx';
import { MoneyFields } from './MoneyFields.tsx';
import { TaskFields } from './TaskFields.tsx';
import { TextFields } from './TextFields.tsx';
import type { CampaignEditing } from './useCampaignDraft.ts';
import { WhenAndWhereFields } from './WhenAndWhereFields.tsx';

interface CampaignFormProps {
  form: CampaignEditing;
  /** What the button says. */
  submit: string;
  /** Whether there is anything to send. */
  ready?: boolean;
  sent: { current: boolean };
  /** Between the sections and the button. */
  children?: ReactNode;
  /** What stays in sight beside the sections. */
  aside?: ReactNode;
}

/** In sight below the banner: 8 px from it, and 16 px from the end of the window. */
const beside = {
  position: { md: 'sticky' },
  top: TOP_BAR_HEIGHT + 8,
  maxHeight: { md: `calc(100vh - ${TOP_BAR_HEIGHT + 24}px)` },
  overflowY: { md: 'auto' },
};

/** A campaign in sections; what is wrong stands at its field, and the first such field gets the cursor. */
export function CampaignForm({ form, submit: word, ready = true, sent, children, aside }: CampaignFormProps) {
  const box = useRef<HTMLFormElement>(null);
  const { submit, tried, problem, unplaced, busy } = form;
  useEffect(() => {
    if (tried > 0) box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tried, problem]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (ready) void submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready) void submit();
  };
  return (
    <Box
      component="form"
      ref={box}
      onSubmit={send}
      onKeyDown={onKeyDown}
      noValidate
      sx={{
        display: 'grid',
        columnGap: 2,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0,1fr)', md: aside ? 'minmax(0,7fr) minmax(0,5fr)' : 'minmax(0,900px)' },
      }}
    >
      <UnsavedGuard dirty={form.dirty} sent={sent} />
      <div>
        <BasicsFields form={form} />
        <WhenAndWhereFields form={form} />
        <TaskFields form={form} />
        <MoneyFields form={form} />
        <TextFields form={form} />
      </div>
      <Box sx={aside ? beside : {}}>
        {aside}
        {children}
        {unplaced !== null && (
          <Alert severity="error" sx={{ mb: 1 }}>
            <Refused error={unplaced} />
          </Alert>
        )}
        <Button type="submit" variant="contained" disabled={busy || !ready} endIcon={<KeyCaps keys="mod+enter" />}>
          {word}
        </Button>
      </Box>
    </Box>
  );
}
