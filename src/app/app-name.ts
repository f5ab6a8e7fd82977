/** What backups and reports say they come from. */
export const appName = 'Sveska 0.1.0';
