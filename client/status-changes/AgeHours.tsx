import { useText } from '../i18n/useText.ts';

const DAY_HOURS = 24;
/** From here on hours say less than days. */
const LONG_HOURS = 48;

/** How long something has been waiting. */
export function AgeHours({ hours }: { hours: number }) {
  const t = useText();
  if (hours < 1) return <span>{t('age.fresh')}</span>;
  if (hours < LONG_HOURS) return <span>{t('age.hours', { smart_count: hours })}</span>;
  return <span>{t('age.days', { smart_count: Math.floor(hours / DAY_HOURS) })}</span>;
}
