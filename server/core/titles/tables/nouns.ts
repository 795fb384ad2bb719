/** What is measured: nouns that tell which way is good, and whether a number after them is a level. */
import { wordSet } from '../phrases.ts';

/** Less is better. */
export const lowerIsBetter = wordSet(`
  churn latency latencies time duration cost costs spend spending error errors defect defects bug bugs incident incidents
  ticket tickets complaint complaints attrition turnover downtime delay delays backlog debt bounce emissions waste accidents
  injuries absenteeism absence absences refund refunds returns cancellations rejection rejections failure failures crash
  crashes outage outages escalations vulnerabilities mttr mttd mtta ttr ttfb lcp cac cpa cpc cpl cpm dso rto rpo overhead
  expenses regressions unsubscribes unsubscribe abandonment deviation variance turnaround delays noise toil alerts pages
  fraud shrinkage mortality dropout dropouts lateness payback flakiness flaky rollbacks rollback shortfall burn leakage
  footprint risk risks weight fat complaint dependency dependencies debts discrepancies loss losses price inp cls fcp tti
  p50 p90 p95 p99 response lead cycle resolution
`);

/** More is better, though a word of the list above may stand near: `session time`, `uptime`, `return on investment`. */
export const higherIsBetter = wordSet(`
  uptime session engagement watch reading listening dwell attention practice focus free satisfaction retention conversion
  coverage adoption availability quality accuracy response-rate nps csat margin attendance compliance success completion
`);

/** A level to hold, even if no verb says so. */
export const levels = wordSet(`
  uptime availability reliability stability sla slo slas slos compliance durability
`);

/** After these a duration is how long something takes: `a 30-minute response time`, `2-day turnaround`. */
export const timeNouns = wordSet(`
  time times sla slas slo turnaround latency response lead resolution payback window windows recovery ttr mttr delivery
  deployment build builds cycle cycles rto rpo limit max maximum
`);

/** A number after such a word, capitalised or not, is its value and not part of a name: `NPS 50`, `Satisfaction Score 85`. */
export const metricNouns = wordSet(`
  nps csat ces enps score scores rating ratings rate index satisfaction revenue arr mrr users customers dau mau wau gmv
  growth margin conversion retention churn coverage uptime availability grade mark level points accuracy quality target
  value percentile position rank stars velocity profit sales volume size average count total number ltv cac roi roas
  promoter engagement utilization utilisation productivity income savings followers subscribers sessions visits kpi okr
`);
