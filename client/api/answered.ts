import { HttpError } from 'react-admin';
import type { ConsoleDataProvider } from './dataProvider.ts';

/**
 * The API as react-admin hands it on, which at a session's end signs out and answers `{ data: {} }` in its place: whoever reads that as an answer
 * falls over on the way to the sign-in, or takes a refusal for done. Asked through this it is a refusal, as it was.
 */
export function answering(api: ConsoleDataProvider): ConsoleDataProvider {
  return new Proxy(api, {
    get: (_, name) => {
      const method: unknown = Reflect.get(api, name);
      return typeof method === 'function' ? async (...asked: unknown[]) => answered(await Reflect.apply(method, api, asked)) : method;
    },
  });
}

function answered(answer: unknown): unknown {
  const { data, ...rest } = (answer ?? {}) as { data?: unknown };
  const ofNobody = typeof data === 'object' && data !== null && Object.keys(data).length === 0 && Object.keys(rest).length === 0;
  if (ofNobody) throw new HttpError('Signed out.', 401);
  return answer;
}
