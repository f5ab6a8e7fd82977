/** Kinds that ask to mend a text in an editor. */
export type FileKind = 'config' | 'json';
