import { type ReactNode, Suspense } from 'react';
import type { LabName } from '../../core/ecs/labs/lab-names.ts';
import { laterLabs } from '../labs/later-labs.ts';
import { Loading } from '../parts/frame/loading.tsx';

/** One lab, whose engine and drawing come when it is opened. */
export function LabScreen({ name }: { readonly name: LabName }): ReactNode {
  const Screen = laterLabs[name];
  return (
    <Suspense fallback={<Loading what="the lab" />}>
      <Screen />
    </Suspense>
  );
}
