export const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
export const ask = 'aws ecr get-login-password --region eu-west-1';
export const take = `docker login --username AWS --password-stdin ${host}`;
export const pipe = `${ask} | ${take}`;
export const whoAmI = 'aws sts get-caller-identity --query Account --output text';
export const from = (server: string) => `${ask} | docker login --username AWS --password-stdin ${server}`;
export const token = 'aws ecr get-authorization-token --region eu-west-1';
export const tokenText = `${token} --output text --query 'authorizationData[].authorizationToken'`;
