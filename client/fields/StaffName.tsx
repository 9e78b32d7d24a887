import { useStaffWord } from './useStaffWord.ts';

/** A member of staff by their address, which breaks before the @ where there is little room (`oneLine`: nowhere); or the console itself. */
export function StaffName({ name, oneLine = false }: { name: string; oneLine?: boolean }) {
  const word = useStaffWord();
  if (oneLine) return <bdi>{word(name)}</bdi>;
  const [who, ...where] = word(name).split(/(?=@)/);
  return (
    <bdi style={{ whiteSpace: 'normal' }}>
      {who}
      {where.length > 0 && <wbr />}
      {where}
    </bdi>
  );
}
