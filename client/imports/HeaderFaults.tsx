import { codeOf, type ErrorBody } from '../api/http.ts';
import { useText } from '../i18n/useText.ts';

const kinds = ['missing', 'unknown', 'doubled'] as const;

/** Of a header line that was refused: which columns are missing, unknown or there twice. */
export function HeaderFaults({ problem }: { problem: unknown }) {
  const t = useText();
  if (codeOf(problem) !== 'bad_header') return null;
  const details = (problem as { body?: ErrorBody }).body?.error.details ?? {};
  const lines = kinds.flatMap((kind) => {
    const columns = details[kind];
    return Array.isArray(columns) && columns.length > 0
      ? [t(`imports.header.${kind}`, { columns: columns.join(', ') })]
      : [];
  });
  return (
    <>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </>
  );
}
