import { checkDependencies } from './dependencies.ts';
import { checkEfsVolumes } from './efs-volumes.ts';
import { checkEnvironmentFiles } from './environment-files.ts';
import { checkEphemeralStorage, checkFargateLimits, checkLinuxParameters, checkTimeouts } from './fargate-limits.ts';
import { checkFirelens } from './firelens.ts';
import { checkHealthChecks } from './health-check.ts';
import { checkHostPorts } from './host-ports.ts';
import { checkImageReferences, checkImages } from './images.ts';
import { checkKnownLogOptions, checkLogDriver, checkLogOptions, checkMultiline } from './logging.ts';
import { checkContainers, checkEssential, checkFamily } from './names.ts';
import {
  checkFargateNetwork,
  checkHostNames,
  checkHostNetworks,
  checkLinks,
  checkNetworkMode,
} from './network-mode.ts';
import { checkPlacementConstraints, checkPlacementExpressions } from './placement.ts';
import { checkPlatform, checkWindowsSizes } from './platform.ts';
import { checkPortNumbers } from './port-numbers.ts';
import { checkEqualPorts, checkPortsWithoutNetwork, checkProtocols, checkSharedPorts } from './ports.ts';
import { checkRestartPolicies } from './restart-policy.ts';
import { checkExecutionRole, checkRoleMixUp, checkRoleNames } from './roles.ts';
import { checkPlainCredentials, checkSecrets } from './secrets.ts';
import {
  checkFargateSize,
  checkLeastMemory,
  checkMemoryGiven,
  checkReservation,
  checkSums,
  checkTaskCpu,
} from './sizes.ts';
import type { TaskDefinitionRule } from './task-definition.ts';
import { checkVolumes } from './volumes.ts';

/** The *task definition rules* (SPEC.md) but T05 and T38, which the shape of the definition holds alone. */
export const taskDefinitionRules: readonly TaskDefinitionRule[] = [
  { code: 'T01', check: checkFamily },
  { code: 'T02', check: checkContainers },
  { code: 'T03', check: checkEssential },
  { code: 'T04', check: checkNetworkMode },
  { code: 'T06', check: checkFargateNetwork },
  { code: 'T07', check: checkFargateSize },
  { code: 'T08', check: checkMemoryGiven },
  { code: 'T09', check: checkReservation },
  { code: 'T10', check: checkSums },
  { code: 'T11', check: checkLeastMemory },
  { code: 'T12', check: checkTaskCpu },
  { code: 'T13', check: checkPortNumbers },
  { code: 'T14', check: checkPortsWithoutNetwork },
  { code: 'T15', check: checkEqualPorts },
  { code: 'T16', check: checkHostPorts },
  { code: 'T17', check: checkProtocols },
  { code: 'T18', check: checkSharedPorts },
  { code: 'T19', check: checkLinks },
  { code: 'T20', check: checkHostNames },
  { code: 'T21', check: checkFargateLimits },
  { code: 'T22', check: checkPlacementConstraints },
  { code: 'T23', check: checkLogDriver },
  { code: 'T24', check: checkLogOptions },
  { code: 'T25', check: checkMultiline },
  { code: 'T26', check: checkSecrets },
  { code: 'T27', check: checkExecutionRole },
  { code: 'T28', check: checkPlainCredentials },
  { code: 'T29', check: checkDependencies },
  { code: 'T30', check: checkHealthChecks },
  { code: 'T31', check: checkVolumes },
  { code: 'T32', check: checkEphemeralStorage },
  { code: 'T33', check: checkTimeouts },
  { code: 'T34', check: checkPlatform },
  { code: 'T35', check: checkEnvironmentFiles },
  { code: 'T36', check: checkImages },
  { code: 'T37', check: checkRoleMixUp },
  { code: 'T39', check: checkLinuxParameters },
  { code: 'T40', check: checkWindowsSizes },
  { code: 'T41', check: checkFirelens },
  { code: 'T42', check: checkKnownLogOptions },
  { code: 'T43', check: checkRoleNames },
  { code: 'T44', check: checkRestartPolicies },
  { code: 'T45', check: checkEfsVolumes },
  { code: 'T46', check: checkHostNetworks },
  { code: 'T47', check: checkPlacementExpressions },
  { code: 'T48', check: checkImageReferences },
];
