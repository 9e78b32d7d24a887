/** Every task of the day within its budget of actions: in English, in Persian from right to left, and by keys alone. */
import { walkCompliance } from './pages/compliance-tasks.ts';
import { walkOperations } from './pages/operations-tasks.ts';
import { walkSupport } from './pages/support-tasks.ts';
import { Walker, type Way } from './pages/walker.ts';
import { ownWorldTest as test, type Who } from './pages/world.ts';
import { wordsOf, type Words } from './words.ts';

test.describe.configure({ mode: 'parallel' });
const forms: { name: string; language: Words['language']; way: Way }[] = [
  { name: 'in English with the mouse', language: 'en', way: 'mouse' },
  { name: 'in Persian, from right to left, with the mouse', language: 'fa', way: 'mouse' },
  { name: 'by keys alone', language: 'en', way: 'keys' },
];

/** Support before those whose decisions change whom it is asked about, compliance after them: it looks into what they did. */
const shifts: { who: Who; walk: (walker: Walker, url: string) => Promise<void> }[] = [
  { who: 'support', walk: walkSupport },
  { who: 'operations', walk: walkOperations },
  { who: 'compliance', walk: walkCompliance },
];

for (const { name, language, way } of forms) {
  test(`every task of the day ${name}`, async ({ page, own, context }) => {
    test.setTimeout(240_000);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const walker = new Walker(page, wordsOf(language), way);
    for (const { who, walk } of shifts) {
      await test.step(who, async () => {
        await walker.sitDown(context, own.url, who);
        await walk(walker, own.url);
      });
    }
  });
}
