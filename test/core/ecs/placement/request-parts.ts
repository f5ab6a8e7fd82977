export const distinct = { type: 'distinctInstance' } as const;

export const only = (expression: string) => ({ type: 'memberOf', expression }) as const;

export const port = (hostPort: number, protocol = 'tcp') => ({
  portMappings: [{ containerPort: 80, hostPort, protocol }],
});
