import { company } from '../story.ts';
import { mainJob } from './main-job.ts';

mainJob(company);
