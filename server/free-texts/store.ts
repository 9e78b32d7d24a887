import { row, type Transaction } from '../../db/statement.ts';

/** Keeps what somebody wrote, of an account or of none; answers its id, which is what a request holds. */
export async function insertFreeText(transaction: Transaction, accountId: number | null, text: string): Promise<number> {
  const made = await row<{ id: number }>(
    transaction,
    'INSERT INTO free_texts (account_id, text) VALUES (:accountId, :text) RETURNING id',
    { accountId, text },
  );
  return (made as { id: number }).id;
}
