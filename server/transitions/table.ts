/** The table that requests of a kind are kept in: of its name, in the database's spelling. */
export function tableOf(resource: string): string {
  return resource.replaceAll('-', '_');
}
