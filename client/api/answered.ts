import { HttpError } from 'react-admin';

/**
 * What was asked, as the API answered it. Where the session has ended react-admin signs out and answers `{ data: {} }` in its
 * place: that is no answer, and whoever reads it as one falls over on the way to the sign-in.
 */
export function answered<Body>(answer: Body): Body {
  if (isOfNobody(answer)) throw new HttpError('Signed out.', 401);
  return answer;
}

function isOfNobody(answer: unknown): boolean {
  const { data, ...rest } = (answer ?? {}) as { data?: unknown };
  return typeof data === 'object' && data !== null && Object.keys(data).length === 0 && Object.keys(rest).length === 0;
}
