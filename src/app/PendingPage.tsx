import { Loading } from '#ui/Loading.tsx';

/** While the code of a screen is fetched. */
export function PendingPage() {
  return <Loading />;
}
