import { serveRecordJobs } from '../../../src/io/storage/care/serve-record-jobs.ts';
import { plainFold } from './plain-fold.ts';

serveRecordJobs(plainFold);
