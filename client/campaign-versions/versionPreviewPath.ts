/** What approving a change of a campaign would do now. */
export function versionPreviewPath(id: string): string {
  return `campaign-versions/${encodeURIComponent(id)}/preview`;
}
