export const tradeColumns = [
  'trade_id', 'uid', 'executed_at', 'product', 'volume_usdt', 'fee', 'fee_offset', 'fee_currency', 'via_api',
];

export type TradeRow = Partial<Record<'trade_id' | 'uid' | 'executed_at' | 'product' | 'volume_usdt' | 'fee', string>>;

/** A file of trades: a plain spot trade, but for what each row says. */
export function tradesFile(trades: readonly TradeRow[]): string {
  const fee = { fee: '1', fee_offset: '0', fee_currency: 'USDT' };
  const plain = { product: 'spot', volume_usdt: '1000', ...fee, via_api: 'false' };
  const lines = trades.map((trade) => {
    const row: Record<string, string> = { ...plain, ...trade };
    return tradeColumns.map((column) => row[column] ?? '').join(',');
  });
  return `${[tradeColumns.join(','), ...lines].join('\n')}\n`;
}
