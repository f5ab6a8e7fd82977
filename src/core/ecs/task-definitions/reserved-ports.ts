/** TCP ports that the agent never gives away. Source: AGENT:`README.md`, `agent/config/config_unix.go`. */
export const linuxReservedPorts: readonly number[] = [22, 2375, 2376, 51678, 51679];

/** The same on Windows. */
export const windowsReservedPorts: readonly number[] = [53, 135, 139, 445, 2375, 2376, 3389, 5985, 5986, 51678, 51679];

/** From here up the host picks dynamic ports on Linux. Source: API-ECS `PortMapping.hostPort`. */
export const firstEphemeralPort = 32768;
