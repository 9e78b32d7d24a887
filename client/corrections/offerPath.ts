/** What the engine would pay for a record (PAY-6). */
export function offerPath(recordId: string): string {
  return `commissions/${encodeURIComponent(recordId)}/correction-offer`;
}
