/** Parts of Knex that it brings no types for. */
declare module 'knex/lib/dialects/sqlite3/index.js' {
  const client: unknown;
  export default client;
}
declare module 'knex/lib/dialects/sqlite3/execution/sqlite-transaction.js' {
  const transaction: unknown;
  export default transaction;
}
