import { type ComponentType, lazy } from 'react';
import type { LabName } from '../../core/ecs/labs/lab-names.ts';

/** The screen of each lab, with its engine; read when it is opened. One that is missing does not compile. */
export const laterLabs: { readonly [N in LabName]: ComponentType } = {
  placement: lazy(() => import('./placement/placement-view.tsx').then((file) => ({ default: file.PlacementLab }))),
  'capacity-providers': lazy(() =>
    import('./capacity-providers/capacity-view.tsx').then((file) => ({ default: file.CapacityLab })),
  ),
  deployments: lazy(() =>
    import('./deployments/deployment-view.tsx').then((file) => ({ default: file.DeploymentLab })),
  ),
  ports: lazy(() => import('./ports/ports-view.tsx').then((file) => ({ default: file.PortsLab }))),
  'auto-scaling': lazy(() => import('./auto-scaling/scaling-view.tsx').then((file) => ({ default: file.ScalingLab }))),
  roles: lazy(() => import('./roles/roles-view.tsx').then((file) => ({ default: file.RolesLab }))),
  'ecs-config': lazy(() =>
    import('./ecs-config/registration-view.tsx').then((file) => ({ default: file.RegistrationLab })),
  ),
  'registry-login': lazy(() => import('./registry-login/login-view.tsx').then((file) => ({ default: file.LoginLab }))),
};
