import ra from 'ra-language-english';
import { affiliates } from './en/affiliates.ts';
import { app } from './en/app.ts';
import { audit } from './en/audit.ts';
import { explain } from './en/explain.ts';
import { home } from './en/home.ts';
import { imports } from './en/imports.ts';
import { label } from './en/label.ts';
import { resources } from './en/resources.ts';
import { reviews } from './en/reviews.ts';
import { rulebooks } from './en/rulebooks.ts';
import { runs } from './en/runs.ts';

/** English: `console` holds the console's own texts, `label` the words for values of closed lists. */
export const en = {
  ...ra,
  label,
  resources,
  console: { ...app, affiliates, audit, explain, home, imports, reviews, rulebooks, runs },
};
