import type { ReactNode } from 'react';

export type IconName = keyof typeof paths;

/** Always beside a word, so it is hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

const paths = {
  today: 'M4 3h12v14H4zM4 7h12M8 3v14M12 3v14M4 11h12',
  notes: 'M5 2.5h10v15H5zM8 6.5h4M8 9.5h4M8 12.5h2',
  questions: 'M3 3.5h5v5H3zM3 11.5h5v5H3zM10.5 6H17M10.5 14H17M4.2 6l1.2 1.2L7 4.8',
  sheet: 'M4 2.5h8l4 4v11H4zM12 2.5v4h4M7 10h6M7 13.5h4',
  review: 'M3.5 6.5h9v9h-9zM7 6.5v-3h9.5v9h-4',
  progress: 'M3.5 3v13.5H17M7 16.5v-5h2.5v5M11.5 16.5V7.5H14v9',
  search: 'M8.5 3.5a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM12.3 12.3l4.2 4.2',
  settings: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4',
  help: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM7.8 8a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.6M10 14.2v.2',
  right: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM6.5 10.2l2.4 2.4 4.6-5',
  kept: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM6.5 10h7',
  waiting: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 9.9v.2M6.6 9.9v.2M13.4 9.9v.2',
  lab: 'M3 3.5h6v6H3zM11 3.5h6v6h-6zM3 11.5h6v5H3zM11 14h6M14 11.2v5.6',
  wrong: 'M3.5 3.5h13v13h-13zM7 7l6 6M13 7l-6 6',
  warning: 'M10 3l7.5 13.5h-15zM10 8v4M10 14.2v.2',
  flag: 'M5 17.5v-15M5 3.5h10l-3 3.5 3 3.5H5',
  exam: 'M3 15.5h14M5 15.5V9l5-4.5L15 9v6.5M10 11v4.5',
  clock: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 6v4.2l2.8 1.8',
  link: 'M8.5 11.5l3-3M7 9l-2 2a2.8 2.8 0 0 0 4 4l2-2M13 11l2-2a2.8 2.8 0 0 0-4-4L9 7',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  back: 'M16 10H4.5M9 5.5L4.5 10 9 14.5',
  up: 'M10 16V4.5M5 9.5l5-5 5 5',
  down: 'M10 4v11.5M5 10.5l5 5 5-5',
  undo: 'M7 5L3.5 8.5 7 12M3.5 8.5H12a4 4 0 0 1 0 8H8',
} as const;
