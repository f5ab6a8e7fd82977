import type { Lab } from './lab.ts';
import type { LabName } from './lab-names.ts';

/** Every lab, loaded when it is asked for; one that is missing does not compile. */
export const labs: { readonly [N in LabName]: () => Promise<Lab<unknown, unknown>> } = {
  placement: async () => (await import('./placement/placement-lab.ts')).placementLab,
  'capacity-providers': async () => (await import('./capacity-providers/capacity-lab.ts')).capacityLab,
  deployments: async () => (await import('./deployments/deployment-lab.ts')).deploymentLab,
  ports: async () => (await import('./ports/ports-lab.ts')).portsLab,
  'auto-scaling': async () => (await import('./auto-scaling/scaling-lab.ts')).scalingLab,
  roles: async () => (await import('./roles/roles-lab.ts')).rolesLab,
  'ecs-config': async () => (await import('./ecs-config/registration-lab.ts')).registrationLab,
  'registry-login': async () => (await import('./registry-login/login-lab.ts')).loginLab,
};
