import { useLabel } from '../i18n/useText.ts';

/** A member of staff by their address, which breaks before the @ where there is little room; or the console itself. */
export function StaffName({ name }: { name: string }) {
  const label = useLabel();
  if (name === 'system') return <span>{label('role', name)}</span>;
  const [who, ...where] = name.split(/(?=@)/);
  return (
    <bdi style={{ whiteSpace: 'normal' }}>
      {who}
      {where.length > 0 && <wbr />}
      {where}
    </bdi>
  );
}
