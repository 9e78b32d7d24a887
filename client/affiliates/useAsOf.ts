import { useLocation, useNavigate } from 'react-admin';

/** The instant in the address as of which the page shows the affiliate; null: now. */
export function useAsOf(): { asOf: string | null; showAsOf: (instant: string | null) => void } {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const query = new URLSearchParams(search);
  return {
    asOf: query.get('as_of'),
    showAsOf: (instant) => {
      if (instant) query.set('as_of', instant);
      else query.delete('as_of');
      navigate({ pathname, search: query.toString() });
    },
  };
}
