import { useStaffWord } from './useStaffWord.ts';

/** A member of staff by their address, which breaks before the @ where there is little room; or the console itself. */
export function StaffName({ name }: { name: string }) {
  const word = useStaffWord();
  const [who, ...where] = word(name).split(/(?=@)/);
  return (
    <bdi style={{ whiteSpace: 'normal' }}>
      {who}
      {where.length > 0 && <wbr />}
      {where}
    </bdi>
  );
}
