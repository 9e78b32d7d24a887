import { Clamped } from '../fields/Clamped.tsx';
import { TextLink } from '../fields/TextLink.tsx';

const WIDTH = 150;

/** A campaign's code, leading to its page; a long one breaks into lines. */
export function CampaignCode({ id, code }: { id: string; code: string }) {
  return (
    <TextLink to={`/campaigns/${id}/show`}>
      <Clamped text={code} width={WIDTH} />
    </TextLink>
  );
}
