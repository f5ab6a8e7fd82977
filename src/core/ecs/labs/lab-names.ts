/** The labs, each by the part of its address that names it: what it is about, and what it asks. */
export const labTitles = {
  placement: { subject: 'Task placement', asks: 'Where does the next task go?' },
  ports: { subject: 'Port mapping', asks: 'Which copies can the load balancer reach?' },
  'ecs-config': { subject: 'The agent’s ecs.config', asks: 'Which cluster does the instance join?' },
  'registry-login': { subject: 'Login to ECR', asks: 'Does docker log in?' },
  'capacity-providers': { subject: 'Capacity providers', asks: 'How many tasks does each provider get?' },
  deployments: { subject: 'Rolling deployments', asks: 'Does the deployment move, and how far?' },
  'auto-scaling': { subject: 'Service auto scaling', asks: 'How many tasks does the policy lead to?' },
  roles: { subject: 'Roles', asks: 'Whose permission does it take?' },
} as const satisfies Readonly<Record<string, LabTitle>>;

interface LabTitle {
  /** In a word or two. */
  readonly subject: string;
  /** The heading of its screen. */
  readonly asks: string;
}

export type LabName = keyof typeof labTitles;

export function isLabName(name: string): name is LabName {
  return Object.hasOwn(labTitles, name);
}
