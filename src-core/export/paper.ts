// The paper an export is printed on.

import type { Settings } from '../settings/settings';

export type Paper = 'A4' | 'Letter';

/** Territories where Letter is the custom (Unicode CLDR, paperSize US-Letter). */
const LETTER = new Set([
  'BZ',
  'CA',
  'CL',
  'CO',
  'CR',
  'GT',
  'MX',
  'NI',
  'PA',
  'PH',
  'PR',
  'SV',
  'US',
  'VE',
]);

/**
 * @param setting what the person chose
 * @param country ISO 3166 two-letter code of the system's locale; '' when it is not known
 */
export function paperFor(setting: Settings['paper'], country: string): Paper {
  if (setting !== 'locale') return setting;
  return LETTER.has(country.toUpperCase()) ? 'Letter' : 'A4';
}
