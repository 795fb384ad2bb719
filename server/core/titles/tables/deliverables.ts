/** What is made, handed over and then there: `the app`, `a handbook`. */
import { wordSet } from '../phrases.ts';

export const deliverables = wordSet(`
  app apps website site webshop shop platform portal product service feature features tool tools toolkit system systems
  software dashboard dashboards report reports handbook guide guidelines policy policies process processes framework
  strategy roadmap brand campaign programme program prototype mvp beta version release api sdk module component database
  warehouse infrastructure intranet crm erp cms integration integrations plugin extension bot chatbot course curriculum
  workshop event conference newsletter podcast blog book brochure magazine office documentation docs wiki catalogue
`);
