/** The figures as one markdown table. */

const rows = [];

/**
 * @param {{ engine: string, work: string, figure: string, bare?: string, ratio?: number, cpuRatio?: number, budget: string,
 *   met?: boolean | null }} row `cpuRatio`: where the engine works in the measured process. `met`: null where there is no budget, only something to know.
 */
export function note(row) {
  rows.push(row);
  process.stderr.write(`${line(row)}\n`);
}

export function table() {
  return ['| engine | work | figure | bare | ratio | CPU ratio | budget | met |', '|---|---|---|---|---|---|---|---|', ...rows.map(line)].join('\n');
}

function line({ engine, work, figure, bare = '', ratio, cpuRatio, budget, met = null }) {
  const times = (value) => (value === undefined ? '' : `${value.toFixed(2)} ×`);
  const verdict = met === null ? '' : met ? 'yes' : '**no**';
  return `| ${engine} | ${work} | ${figure} | ${bare} | ${times(ratio)} | ${times(cpuRatio)} | ${budget} | ${verdict} |`;
}

/** How long a piece of work took, and the CPU of this process. */
export async function taken(work) {
  const began = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - began, cpuMs: (user + system) / 1000 };
}

/** On PostgreSQL the CPU is the server's, which is not seen from here. */
export function ratios(engine, product, bare) {
  return { ratio: product.ms / bare.ms, ...(engine.name === 'SQLite' ? { cpuRatio: product.cpuMs / bare.cpuMs } : {}) };
}

export function perSecond(count, ms) {
  return Math.round((count * 1000) / ms);
}

export function rate(count, ms, unit = 'rows') {
  return `${perSecond(count, ms).toLocaleString('en-US')} ${unit}/s`;
}

export function millis(ms) {
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms).toLocaleString('en-US')} ms`;
}
