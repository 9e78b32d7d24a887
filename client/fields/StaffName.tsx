/** A member of staff by their address, which breaks before the @ where there is little room. */
export function StaffName({ name }: { name: string }) {
  const [who, ...where] = name.split(/(?=@)/);
  return (
    <bdi style={{ whiteSpace: 'normal' }}>
      {who}
      {where.length > 0 && <wbr />}
      {where}
    </bdi>
  );
}
