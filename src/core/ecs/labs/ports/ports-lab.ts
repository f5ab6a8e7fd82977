import { countWords } from '../../../text/count-words.ts';
import { mapPorts, type PortBindings } from '../../ports/map-ports.ts';
import { ruleWords } from '../../ports/words.ts';
import type { EngineFinding } from '../../verdicts/engine-finding.ts';
import type { Lab, LabRun, LabTable, Remedy } from '../lab.ts';
import { rangeWords } from './ports-says.ts';
import { drawPorts, type PortsScenario, portRequestOf, readPortsScenario } from './ports-scenario.ts';
import { beforeStep, isReached, type PortsPicture, refusedStep, stages, stepsOf } from './ports-steps.ts';

/** Which port each copy of a task gets, and whether the load balancer can reach it. */
export const portsLab: Lab<PortsScenario, PortsPicture> = {
  name: 'ports',
  start: {
    launchType: 'EC2',
    networkMode: 'bridge',
    portMappings: [{ container: 'web', containerPort: 80, hostPort: 8080, protocol: 'tcp' }],
    copies: 2,
    taken: [],
    freeInterfaces: 3,
    inbound: [{ first: 8080, last: 8080, protocol: 'tcp' }],
    seed: 1,
  },
  read: readPortsScenario,
  draw: drawPorts,
  given,
  compare,
  run: (scenario) => ({ value: runOf(scenario), diagnostics: [] }),
};

function given({ networkMode, launchType, portMappings, taken, inbound }: PortsScenario): readonly LabTable[] {
  const others = taken.map(({ port, protocol }) => `${protocol.toUpperCase()} ${port}`).join(', ');
  return [
    {
      caption: `Port mappings, network mode ${networkMode}${launchType === 'FARGATE' ? ' on Fargate' : ''}`,
      heads: ['Container', 'containerPort', 'hostPort', 'Protocol'],
      rows: portMappings.map(({ container, containerPort, hostPort, protocol }) => [
        container,
        String(containerPort),
        hostPort === undefined ? 'absent' : String(hostPort),
        protocol,
      ]),
    },
    {
      caption: 'Around it',
      heads: ['What', 'Ports'],
      rows: [
        ['other tasks on the instance', others || 'none'],
        ['let in from the load balancer', inbound.map(rangeWords).join(', ') || 'none'],
      ],
    },
  ];
}

function runOf(scenario: PortsScenario): LabRun<PortsScenario, PortsPicture> {
  const { value, diagnostics } = mapPorts(portRequestOf(scenario));
  const steps = value === null ? [refusedStep(scenario, diagnostics)] : stepsOf(scenario, value);
  const started = value?.copies.filter(({ obstacle }) => obstacle === null).length ?? 0;
  const reached = value?.copies.filter((copy) => isReached(scenario, copy)).length ?? 0;
  const options = Array.from({ length: scenario.copies + 1 }, (_, n) => String(n));
  return {
    prediction: {
      asks: `How many of ${countWords(scenario.copies, 'copy', 'copies')} can the load balancer reach?`,
      options,
      right: isUntold(diagnostics) ? options : [String(reached)],
    },
    stages,
    before: beforeStep(scenario),
    steps,
    outcome: isUntold(diagnostics)
      ? 'No document says whether a copy starts.'
      : outcomeOf(scenario, value, { started, reached }),
    measures: {
      'copies started': started,
      'copies reached': reached,
      'ports let in': openPorts(scenario),
    },
    remedies: remediesOf(scenario, value, { started, reached }),
    findings: diagnostics,
  };
}

/** J7: how many ports the rules let in, each once. */
function openPorts({ inbound }: PortsScenario): number {
  let sum = 0;
  for (const protocol of ['tcp', 'udp']) {
    let end = 0;
    for (const rule of inbound.filter((each) => each.protocol === protocol).sort((a, b) => a.first - b.first)) {
      sum += Math.max(0, rule.last - Math.max(end, rule.first - 1));
      end = Math.max(end, rule.last);
    }
  }
  return sum;
}

/** Whether AWS neither refuses the mappings nor says what comes of them. */
function isUntold(diagnostics: readonly EngineFinding[]): boolean {
  return diagnostics.some(({ standing }) => standing === 'not documented');
}

interface Reach {
  readonly started: number;
  readonly reached: number;
}

function outcomeOf({ copies }: PortsScenario, bindings: PortBindings | null, { started, reached }: Reach): string {
  if (bindings === null) return 'No copy starts.';
  const of = countWords(copies, 'copy', 'copies');
  return `${started} of ${of} ${started === 1 ? 'runs' : 'run'}, and the load balancer reaches ${reached}.`;
}

function remediesOf(
  scenario: PortsScenario,
  bindings: PortBindings | null,
  { started, reached }: Reach,
): readonly Remedy<PortsScenario>[] {
  const remedies: Remedy<PortsScenario>[] = [];
  const isFixed = scenario.portMappings.some(({ hostPort = 0 }) => hostPort > 0);
  if (started < scenario.copies && isFixed && ['bridge', 'default'].includes(scenario.networkMode)) {
    const portMappings = scenario.portMappings.map((mapping) => ({ ...mapping, hostPort: 0 }));
    remedies.push({ label: 'Let the host pick the ports (hostPort 0)', scenario: { ...scenario, portMappings } });
  }
  if (started < scenario.copies && scenario.networkMode === 'host') {
    remedies.push({
      label: 'Give each copy an address of its own (awsvpc)',
      scenario: { ...scenario, networkMode: 'awsvpc' },
    });
  }
  if (bindings !== null && reached < started && bindings.inboundRules.length > 0) {
    const inbound = bindings.inboundRules.map(({ first, last, protocol }) => ({ first, last, protocol }));
    remedies.push({ label: 'Let in what is needed', scenario: { ...scenario, inbound } });
  }
  return remedies;
}

const modes = ['bridge', 'host', 'awsvpc'] as const;

/** The same mappings in the network modes of Linux. */
function compare(scenario: PortsScenario): LabTable {
  const rows = modes.map((networkMode) => {
    const { value, diagnostics } = mapPorts(portRequestOf({ ...scenario, networkMode }));
    if (value === null) return [networkMode, diagnostics[0]?.message ?? '', 'none', 'none'];
    const started = value.copies.filter(({ obstacle }) => obstacle === null).length;
    return [
      networkMode,
      `${started} of ${scenario.copies} run`,
      value.targetType ?? 'none',
      value.inboundRules.map(ruleWords).join(', ') || 'none',
    ];
  });
  return {
    caption: 'The same mappings in other network modes',
    heads: ['Mode', 'Copies', 'Target type', 'To let in'],
    rows,
  };
}
