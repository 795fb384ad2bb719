/** Our requests and notifications with their types, in the client library's terms. */
import { NotificationType, RequestType } from 'vscode-languageclient';
import {
  type ChangedParams,
  type CycleChoice,
  type CyclesParams,
  changedNotification,
  cyclesRequest,
  type FindFilesAnswer,
  type FindFilesParams,
  findFilesRequest,
  type PreviewContent,
  type PreviewParams,
  previewRequest,
  type ReadFileAnswer,
  type ReadFileParams,
  type ReportAnswer,
  type ReportParams,
  readFileRequest,
  reportRequest,
} from '../server/core/requests.ts';

export const okrCycles = new RequestType<CyclesParams, readonly CycleChoice[], void>(cyclesRequest);
export const okrPreview = new RequestType<PreviewParams, PreviewContent, void>(previewRequest);
export const okrReport = new RequestType<ReportParams, ReportAnswer, void>(reportRequest);
export const okrReadFile = new RequestType<ReadFileParams, ReadFileAnswer, void>(readFileRequest);
export const okrFindFiles = new RequestType<FindFilesParams, FindFilesAnswer, void>(findFilesRequest);
export const okrChanged = new NotificationType<ChangedParams>(changedNotification);
