import { QueryClient } from '@tanstack/react-query';

/** What the page has been told and holds for a while; whoever signs in begins without what was told before. */
export const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 2000 } } });
