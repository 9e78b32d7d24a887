/** What the reports of the two runners come to: `{ passed, failed }`. A test that was skipped or left to do has failed. */
import { readFileSync } from 'node:fs';

export function ofVitest(report) {
  return counted(report, ({ testResults }) =>
    testResults.flatMap((file) => {
      const tests = file.assertionResults.map((test) => test.status === 'passed');
      // A file that did not load, or whose hook around the tests failed.
      return file.status === 'passed' || tests.includes(false) ? tests : [...tests, false];
    }),
  );
}

export function ofPlaywright(report) {
  return counted(report, ({ suites, errors }) => {
    const outcomes = suites.flatMap(testsIn).map((test) => test.status === 'expected' && test.expectedStatus === 'passed');
    return [...outcomes, ...errors.map(() => false)];
  });
}

function testsIn(suite) {
  return [...(suite.suites ?? []).flatMap(testsIn), ...(suite.specs ?? []).flatMap((spec) => spec.tests)];
}

/** A report that cannot be read is that of a suite that broke off. */
function counted(report, outcomesOf) {
  let outcomes;
  try {
    outcomes = outcomesOf(JSON.parse(readFileSync(report, 'utf8')));
  } catch (error) {
    console.log(`${report}: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
  return { passed: outcomes.filter(Boolean).length, failed: outcomes.filter((passed) => !passed).length };
}
