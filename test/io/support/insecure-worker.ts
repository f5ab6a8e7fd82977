import { serveRecordJobs } from '../../../src/io/storage/care/serve-record-jobs.ts';
import { plainFold } from './plain-fold.ts';

/** A page that came by plain HTTP has neither locks nor files. */
declare const WorkerNavigator: { readonly prototype: object };
for (const missing of ['locks', 'storage']) Reflect.deleteProperty(WorkerNavigator.prototype, missing);

serveRecordJobs(plainFold);
