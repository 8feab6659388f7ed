/// The statutory form for report years 2019 and 2020, as data: one line a table, row or column.
///
/// Lines are tab separated. `table id section caption english`; `row id label kind level parent article english`;
/// `column id label kind unit group english`. Kinds of rows: input, leaf, group (no numbers of its own), total.
/// Kinds of columns: count (whole, not negative), change (whole, signed), amount (decimal, not negative).
///
/// Source: 国办公开办函〔2019〕60号.
enum FormTable2019 {
    static let text = """
        table	t2_art20_1	2	第二十条第（一）项	Art 20(1): rules and normative documents
        row	regulations	规章	input	1	-	-	Rules
        row	normative_documents	规范性文件	input	1	-	-	Normative documents
        column	produced_this_year	本年新制作数量	count	-	-	Made this year
        column	newly_disclosed_this_year	本年新公开数量	count	-	-	Disclosed this year
        column	total_disclosed	对外公开总数量	count	-	-	Disclosed in all
        table	t2_art20_5	2	第二十条第（五）项	Art 20(5): licensing
        row	administrative_licensing	行政许可	input	1	-	-	Licensing
        row	other_external_services	其他对外管理服务事项	input	1	-	-	Other public services
        column	prior_year_items	上一年项目数量	count	-	-	Items of last year
        column	change_this_year	本年增/减	change	-	-	Change this year
        column	decisions	处理决定数量	count	-	-	Decisions
        table	t2_art20_6	2	第二十条第（六）项	Art 20(6): penalties and compulsion
        row	administrative_penalty	行政处罚	input	1	-	-	Penalties
        row	administrative_compulsion	行政强制	input	1	-	-	Compulsion
        column	prior_year_items	上一年项目数量	count	-	-	Items of last year
        column	change_this_year	本年增/减	change	-	-	Change this year
        column	decisions	处理决定数量	count	-	-	Decisions
        table	t2_art20_8	2	第二十条第（八）项	Art 20(8): administrative fees
        row	administrative_fees	行政事业性收费	input	1	-	-	Administrative fees
        column	prior_year_items	上一年项目数量	count	-	-	Items of last year
        column	change_this_year	本年增/减	change	-	-	Change this year
        table	t2_art20_9	2	第二十条第（九）项	Art 20(9): centralised procurement
        row	centralized_procurement	政府集中采购	input	1	-	-	Centralised procurement
        column	procurement_items	采购项目数量	count	-	-	Procurements
        column	procurement_amount	采购总金额	amount	-	-	Procurement, amount
        table	t3_applications	3	收到和处理政府信息公开申请情况	Applications received and handled
        row	new_received	一、本年新收政府信息公开申请数量	input	1	-	-	Received this year
        row	carried_in	二、上年结转政府信息公开申请数量	input	1	-	-	Carried over from last year
        row	results	三、本年度办理结果	group	1	-	-	Results this year
        row	disclosed	（一）予以公开	leaf	2	results	第三十六条第一项、第二项	Disclosed
        row	partially_disclosed	（二）部分公开（区分处理的，只计这一情形，不计其他情形）	leaf	2	results	第三十七条	Partly disclosed
        row	denied	（三）不予公开	group	2	results	-	Not disclosed
        row	denied_state_secret	1.属于国家秘密	leaf	3	denied	第十四条	Not disclosed: state secret
        row	denied_other_law_prohibited	2.其他法律行政法规禁止公开	leaf	3	denied	第十四条	Not disclosed: prohibited by law
        row	denied_security_stability	3.危及“三安全一稳定”	leaf	3	denied	第十四条	Not disclosed: danger to security or stability
        row	denied_third_party_rights	4.保护第三方合法权益	leaf	3	denied	第十五条、第三十二条	Not disclosed: rights of a third party
        row	denied_internal_affairs	5.属于三类内部事务信息	leaf	3	denied	第十六条第一款	Not disclosed: internal affairs
        row	denied_process_information	6.属于四类过程性信息	leaf	3	denied	第十六条第二款	Not disclosed: process under way
        row	denied_enforcement_case_file	7.属于行政执法案卷	leaf	3	denied	第十六条第二款	Not disclosed: enforcement case file
        row	denied_administrative_query	8.属于行政查询事项	leaf	3	denied	第三十六条第七项	Not disclosed: statutory query
        row	unable	（四）无法提供	group	2	results	-	Cannot be provided
        row	unable_not_held	1.本机关不掌握相关政府信息	leaf	3	unable	第三十六条第四项、第五项	Cannot be provided: not held
        row	unable_no_existing_information	2.没有现成信息需要另行制作	leaf	3	unable	第三十八条	Cannot be provided: would have to be made
        row	unable_unclear_after_correction	3.补正后申请内容仍不明确	leaf	3	unable	第三十条	Cannot be provided: still unclear after correction
        row	not_processed	（五）不予处理	group	2	results	-	Not processed
        row	not_processed_petition_complaint	1.信访举报投诉类申请	leaf	3	not_processed	第三十九条第一款	Not processed: petition or complaint
        row	not_processed_duplicate	2.重复申请	leaf	3	not_processed	第三十六条第六项	Not processed: repeated
        row	not_processed_public_publication	3.要求提供公开出版物	leaf	3	not_processed	第三十九条第二款	Not processed: public publication
        row	not_processed_excessive	4.无正当理由大量反复申请	leaf	3	not_processed	第三十五条	Not processed: excessive
        row	not_processed_reconfirm_obtained	5.要求行政机关确认或重新出具已获取信息	leaf	3	not_processed	-	Not processed: confirmation of information obtained
        row	other	（六）其他处理	leaf	2	results	-	Other handling
        row	results_total	（七）总计	total	2	results	-	Results, total
        row	carried_out	四、结转下年度继续办理	input	1	-	-	Carried over to next year
        column	natural_person	自然人	count	-	-	Natural persons
        column	commercial_enterprise	商业企业	count	-	法人或其他组织	Enterprises
        column	research_institution	科研机构	count	-	法人或其他组织	Research institutions
        column	public_interest_organization	社会公益组织	count	-	法人或其他组织	Public interest organisations
        column	legal_service_institution	法律服务机构	count	-	法人或其他组织	Legal service institutions
        column	other_organization	其他	count	-	法人或其他组织	Other organisations
        column	total	总计	count	-	-	Total
        table	t4_review_litigation	4	政府信息公开行政复议、行政诉讼情况	Administrative review and litigation
        row	cases		input	1	-	-	Cases
        column	review_upheld	结果维持	count	-	行政复议	Review: upheld
        column	review_corrected	结果纠正	count	-	行政复议	Review: corrected
        column	review_other	其他结果	count	-	行政复议	Review: other result
        column	review_pending	尚未审结	count	-	行政复议	Review: pending
        column	review_total	总计	count	-	行政复议	Review: total
        column	litigation_direct_upheld	结果维持	count	-	行政诉讼/未经复议直接起诉	Direct suit: upheld
        column	litigation_direct_corrected	结果纠正	count	-	行政诉讼/未经复议直接起诉	Direct suit: corrected
        column	litigation_direct_other	其他结果	count	-	行政诉讼/未经复议直接起诉	Direct suit: other result
        column	litigation_direct_pending	尚未审结	count	-	行政诉讼/未经复议直接起诉	Direct suit: pending
        column	litigation_direct_total	总计	count	-	行政诉讼/未经复议直接起诉	Direct suit: total
        column	litigation_after_review_upheld	结果维持	count	-	行政诉讼/复议后起诉	Suit after review: upheld
        column	litigation_after_review_corrected	结果纠正	count	-	行政诉讼/复议后起诉	Suit after review: corrected
        column	litigation_after_review_other	其他结果	count	-	行政诉讼/复议后起诉	Suit after review: other result
        column	litigation_after_review_pending	尚未审结	count	-	行政诉讼/复议后起诉	Suit after review: pending
        column	litigation_after_review_total	总计	count	-	行政诉讼/复议后起诉	Suit after review: total
        """
}
