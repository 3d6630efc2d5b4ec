import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Converted } from '#api/conversions.ts';
import { GatherSheet } from '#features/conversion/GatherSheet.tsx';
import { TakeApartSheet } from '#features/conversion/TakeApartSheet.tsx';
import { readInventorySearch } from '#features/inventory/inventorySearch.ts';
import { selectRows } from '#features/inventory/selectedRows.ts';
import { announceDone } from './doneNotice.ts';
import { useReadySession } from './SessionGate.tsx';

const inventory = getRouteApi('/inventory');
const serialize = getRouteApi('/inventory/$id/serialize');
const split = getRouteApi('/inventory/$id/split');
const pool = getRouteApi('/inventory/pool');
const merge = getRouteApi('/inventory/merge');

export function SerializeRoute() {
  const { id } = serialize.useParams();
  return <TakeApartSheet key={id} id={id} how="serialize" session={useReadySession()} {...useWayBack()} />;
}

export function SplitRoute() {
  const { id } = split.useParams();
  return <TakeApartSheet key={id} id={id} how="split" session={useReadySession()} {...useWayBack()} />;
}

export function PoolRoute() {
  return <GatherRoute type="pool" ids={pool.useSearch().ids} />;
}

export function MergeRoute() {
  return <GatherRoute type="merge" ids={merge.useSearch().ids} />;
}

function GatherRoute({ type, ids }: { type: 'pool' | 'merge'; ids: readonly string[] }) {
  const navigate = useNavigate();
  return (
    <GatherSheet
      type={type}
      ids={ids}
      session={useReadySession()}
      onMembers={(next) =>
        void navigate({
          to: `/inventory/${type}`,
          search: (before) => ({ ...before, ids: [...next] }),
          replace: true,
        })
      }
      {...useWayBack()}
    />
  );
}

/** Both ways lead to the table: there the new rows are, and above it what was done. */
function useWayBack() {
  const search = readInventorySearch(inventory.useSearch());
  const navigate = useNavigate();
  const toTable = () => void navigate({ to: '/inventory', search });
  return {
    onLeave: toTable,
    onDone({ operationId }: Converted, says: string) {
      selectRows([]);
      if (operationId !== null) announceDone({ operationId, says });
      toTable();
    },
  };
}
