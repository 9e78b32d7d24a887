import { Box, Checkbox, FormControlLabel, FormHelperText, Typography } from '@mui/material';
import { taskKinds, type TaskKind } from '#contract/campaigns';
import { Choice } from '../fields/Choice.tsx';
import { Section } from '../fields/Section.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import type { TaskDraft } from './draft.ts';
import { DraftField } from './DraftField.tsx';
import type { CampaignEditing } from './useCampaignDraft.ts';

interface TaskFieldsProps {
  form: CampaignEditing;
}

/** What an invitee has to do (CAM-2): each kind once, with its measure and its days. */
export function TaskFields({ form }: TaskFieldsProps) {
  const t = useText();
  const problem = form.problemOf('tasks');
  return (
    <Section title={t('campaigns.form.tasks')}>
      <Typography color="textSecondary">{t('campaigns.tasksHint')}</Typography>
      {taskKinds.map((kind) => (
        <TaskField key={kind} form={form} kind={kind} />
      ))}
      {problem && <FormHelperText error>{problem}</FormHelperText>}
    </Section>
  );
}

function TaskField({ form, kind }: TaskFieldsProps & { kind: TaskKind }) {
  const t = useText();
  const label = useLabel();
  const { draft, change } = form;
  const task = draft.tasks[kind];
  const name = label('taskKind', kind);
  const set = (part: Partial<TaskDraft>) => change({ tasks: { ...draft.tasks, [kind]: { ...task, ...part } } });
  return (
    <Box sx={{ display: 'grid', columnGap: 2, alignItems: 'start', gridTemplateColumns: { xs: '1fr', sm: '190px minmax(0, 1fr) minmax(0, 1fr)' } }}>
      <FormControlLabel
        label={name}
        control={<Checkbox size="small" name={`tasks.${kind}`} checked={task.chosen} onChange={() => set({ chosen: !task.chosen })} />}
        sx={{ minHeight: 48 }}
      />
      {task.chosen && kind === 'kyc' && (
        <Choice
          label={t('campaigns.level')}
          value={task.level}
          values={['basic', 'advanced']}
          word={(level) => label('kyc', level)}
          onChoose={(level) => set({ level })}
        />
      )}
      {task.chosen && (kind === 'deposit' || kind === 'volume') && (
        <DraftField
          form={form}
          name={`tasks.${kind}.amount`}
          label={t('campaigns.atLeast', { task: name })}
          value={task.amount}
          onChange={(amount) => set({ amount })}
          required
          kind="figure"
        />
      )}
      {task.chosen && kind !== 'register' && (
        <DraftField
          form={form}
          name={`tasks.${kind}.within_days`}
          label={t('campaigns.within', { task: name })}
          value={task.within_days}
          onChange={(within_days) => set({ within_days })}
          required
          kind="figure"
        />
      )}
    </Box>
  );
}
