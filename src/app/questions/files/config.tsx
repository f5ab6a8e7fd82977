import { fileView } from './file-view.tsx';

/** `/etc/ecs/ecs.config`, to be mended. */
export const configView = fileView('config', {
  task: 'mend the file',
  label: 'Your ecs.config',
  lang: 'ini',
  isDiffed: true,
});
