// @ts-check
// Promises the names of the tests that failed, from what the runners wrote down: whoever sees only the
// end of a long run still sees which to look at.

/**
 * @typedef {{ name: string, message?: string, assertionResults: { status: string, fullName: string }[] }} UnitFile
 * @typedef {{ title: string, ok: boolean, file: string }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 */

/**
 * @param {{ testResults: UnitFile[] }} results of vitest
 * @returns {string[]} one for each failed test, and for each file that could not be run
 */
export function failedUnits({ testResults }) {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0 && message) return [`${name}: ${message}`];
    return failed.map(({ fullName }) => `${name}: ${fullName}`);
  });
}

/**
 * @param {Suite} suite the results of Playwright, or a part of them
 * @returns {string[]}
 */
export function failedSpecs({ specs = [], suites = [] }) {
  const failed = specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file}: ${title}`);
  return [...failed, ...suites.flatMap(failedSpecs)];
}
