import { countries } from '../../seeds/reference/countries.ts';

/** ISO 3166-1 alpha-2, as the reference data lists them. */
export const countryCodes: readonly string[] = countries.map((country) => country.code);
