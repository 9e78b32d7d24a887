import { useLocation, useNavigate } from 'react-admin';
import { grains, views, type Grain, type Performance, type PeriodFigures, type View } from '#contract/performance';
import { families, reportingCurrencies, type Family, type ReportingCurrency } from '#contract/rulebooks';

/** What the page asks; it stands in the address, so that a link shows the same figures. Days; empty: as the server does it. */
export interface Question {
  grain: Grain;
  from: string;
  to: string;
  family: Family | '';
  view: View;
  /** In which currency the values are; empty: the programme's own (REF-9). */
  currency: ReportingCurrency | '';
  /** Of which country the referrals are (DSH-2). */
  country: string;
}

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d\d-\d\d$/.test(text);

function questionOf(search: string): Question {
  const query = new URLSearchParams(search);
  const day = (name: string): string => (isDay(query.get(name)) ? (query.get(name) as string) : '');
  return {
    grain: grains.find((one) => one === query.get('grain')) ?? 'month',
    from: day('from'),
    to: day('to'),
    family: families.find((one) => one === query.get('family')) ?? '',
    view: views.find((one) => one === query.get('view')) ?? 'staff',
    currency: reportingCurrencies.find((one) => one === query.get('currency')) ?? '',
    country: /^[A-Z]{2}$/.test(query.get('country') ?? '') ? (query.get('country') as string) : '',
  };
}

/** As parameters, what goes without saying left out. */
function parametersOf({ grain, from, to, family, view, currency, country }: Question): Record<string, string> {
  return {
    ...(grain === 'month' ? {} : { grain }),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(family ? { family } : {}),
    ...(view === 'staff' ? {} : { view }),
    ...(currency ? { currency } : {}),
    ...(country ? { country } : {}),
  };
}

/** The paths of the API that answer the question about an affiliate, or the house. */
export function pathsOf(question: Question, affiliate: string | null): Record<'figures' | 'referrals', string> {
  const { family, currency, country, ...span } = parametersOf(question);
  const whose: Record<string, string> = affiliate === null ? {} : { affiliate };
  const path = (name: string, query: Record<string, string>): string => `${name}?${new URLSearchParams({ ...whose, ...query })}`;
  return {
    figures: path('performance', { ...span, ...(family ? { family } : {}), ...(currency ? { currency } : {}) }),
    referrals: path('performance/referrals', { ...span, ...(country ? { country } : {}) }),
  };
}

/** Where the income of one period stands. */
export function incomePath({ affiliate, family, view }: Performance, { from, to }: PeriodFigures): string {
  const query = { ...(affiliate ? { affiliate: affiliate.uid } : {}), ...(from ? { from } : {}), to, view, ...(family ? { family } : {}) };
  return `performance/income?${new URLSearchParams(query)}`;
}

/** The question of the address, and how to ask another; what else stands there (such as an instant to look back from) stays. */
export function useQuestion(): [Question, (change: Partial<Question>) => void] {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  function ask(change: Partial<Question>): void {
    const before = searchInAddress();
    const asked = questionOf(before);
    const others = [...new URLSearchParams(before)].filter(([name]) => !(name in asked));
    const query = new URLSearchParams([...others, ...Object.entries(parametersOf({ ...asked, ...change }))]);
    navigate(query.size > 0 ? `${pathname}?${query}` : pathname, { replace: true });
  }
  return [questionOf(search), ask];
}

/** What is asked already, though the page may not be drawn by it yet: of two quick choices both hold. */
function searchInAddress(): string {
  const { hash } = window.location;
  return hash.includes('?') ? hash.slice(hash.indexOf('?')) : '';
}
