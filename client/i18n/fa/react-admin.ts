import farsi from 'ra-language-farsi';
import type { TranslationMessages } from 'react-admin';

/** React-admin's own texts. The package is CommonJS: by TypeScript's account of Node its default stands one deeper than a bundler has it. */
export const reactAdmin = farsi as unknown as TranslationMessages;
