import { fileView } from './file-view.tsx';

/** A task definition, to be mended. */
export const jsonView = fileView('json', { task: 'mend the JSON', label: 'Your JSON', lang: 'json', isDiffed: false });
