/**
 * What stood unpaid at an instant that has gone by, told from the batches and their lines: a line is on its way from the making of its batch until
 * it is confirmed either way or withdrawn at the release (PAY-3). Expressions over `b`, payout_batches, and `l`, payout_lines.
 */
export function onItsWay(until: string): string {
  return `b.created_at < ${until} AND (b.paid_at IS NULL OR b.paid_at >= ${until})
    AND CASE l.state WHEN 'paid' THEN l.confirmed_at >= ${until} WHEN 'failed' THEN l.confirmed_at >= ${until}
      WHEN 'withdrawn' THEN b.released_at >= ${until} ELSE 1 = 1 END`;
}

const inBatch = (until: number): string => `r.id IN (
  SELECT q.record_id FROM payout_batches b JOIN payout_lines l ON l.batch_id = b.id JOIN payout_line_records q ON q.line_id = l.id
  WHERE ${onItsWay(String(until))})`;

/** The records, over `r`, that were in a batch at an instant. */
export function inBatchAt(until: number): string {
  return `(r.status <> 'zero' AND ${inBatch(until)})`;
}

/** Those that had accrued before it, and were neither in a batch nor paid by then: open, or held where the affiliate's payout was. */
export function openAt(until: number): string {
  return `(r.status <> 'zero' AND r.executed_at < ${until} AND NOT (r.status = 'paid' AND r.distributed_at < ${until}) AND NOT ${inBatch(until)})`;
}

/** Either: what the house owed. */
export function owedAt(until: number): string {
  return `(${openAt(until)} OR ${inBatchAt(until)})`;
}
