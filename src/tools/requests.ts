/** The path that a request asks for, decoded and without query; null when it cannot be decoded. */
export function pathOf(target: string): string | null {
  const path = target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path === '' ? '/' : path);
  } catch {
    return null;
  }
}

const loopbackName = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|::1)$/i;

/**
 * Whether a server on `host` should answer a request with this `Host`. Names of other machines can be made to lead to
 * loopback, so that a foreign page could read what is served there; a server for a network is asked by any name.
 */
export function isOwnHost(asked: string | undefined, host: string): boolean {
  if (!loopbackName.test(host)) return true;
  return asked !== undefined && loopbackName.test(asked.replace(/:\d{1,5}$/, ''));
}

/** Whether `Accept-Encoding` names an encoding and does not rule it out with `q=0`. */
export function wantsEncoding(accepted: string | string[] | undefined, encoding: string): boolean {
  return String(accepted ?? '')
    .split(',')
    .some((part) => {
      const [name = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
      return name === encoding && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
    });
}

/** Whether `If-None-Match` names the tag that the content has now. */
export function isUnchanged(known: string | undefined, tag: string): boolean {
  const bare = (text: string) => text.trim().replace(/^W\//, '');
  return known?.split(',').some((each) => bare(each) === bare(tag) || each.trim() === '*') ?? false;
}
