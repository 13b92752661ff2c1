<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AgreementTabs</name>
    <message numerus="yes">
        <source>Promises · %n late</source>
        <translation>
            <numerusform>Promises · %n late</numerusform>
            <numerusform>Promises · %n late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CostTable</name>
    <message numerus="yes">
        <source>%n answered</source>
        <translation>
            <numerusform>%n answered</numerusform>
            <numerusform>%n answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CostsPane</name>
    <message numerus="yes">
        <source>See all %n</source>
        <translation>
            <numerusform>See the one</numerusform>
            <numerusform>See all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n points short</source>
        <translation>
            <numerusform>%n point short</numerusform>
            <numerusform>%n points short</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads are missing</source>
        <translation>
            <numerusform>%n lead is missing</numerusform>
            <numerusform>%n leads are missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>See the %n late answers</source>
        <translation>
            <numerusform>See the late answer</numerusform>
            <numerusform>See the %n late answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>See the %n leads without enough tries</source>
        <translation>
            <numerusform>See the lead without enough tries</numerusform>
            <numerusform>See the %n leads without enough tries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>See the %n incomplete leads</source>
        <translation>
            <numerusform>See the incomplete lead</numerusform>
            <numerusform>See the %n incomplete leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>See the %n leads nobody took up</source>
        <translation>
            <numerusform>See the lead nobody took up</numerusform>
            <numerusform>See the %n leads nobody took up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>See the %n refusals without a reason</source>
        <translation>
            <numerusform>See the refusal without a reason</numerusform>
            <numerusform>See the %n refusals without a reason</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundCard</name>
    <message numerus="yes">
        <source>%n leads meet this today, {won} of them won.</source>
        <translation>
            <numerusform>%n lead meets this today; won: {won}.</numerusform>
            <numerusform>%n leads meet this today, {won} of them won.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fewer than version {n}</source>
        <translation>
            <numerusform>%n fewer than version {n}</numerusform>
            <numerusform>%n fewer than version {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more than version {n}</source>
        <translation>
            <numerusform>%n more than version {n}</numerusform>
            <numerusform>%n more than version {n}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerPane</name>
    <message numerus="yes">
        <source>{promise}: %n leads missing from the period before</source>
        <translation>
            <numerusform>{promise}: %n lead missing from the period before</numerusform>
            <numerusform>{promise}: %n leads missing from the period before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeterPane</name>
    <message numerus="yes">
        <source>The last %n leads</source>
        <translation>
            <numerusform>The last lead</numerusform>
            <numerusform>The last %n leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Where the %n splits come from</source>
        <translation>
            <numerusform>Where the split comes from</numerusform>
            <numerusform>Where the %n splits come from</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplayDialog</name>
    <message numerus="yes">
        <source>The last %n months</source>
        <translation>
            <numerusform>The last month</numerusform>
            <numerusform>The last %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n won leads would not have been handed over</source>
        <translation>
            <numerusform>%n won lead would not have been handed over</numerusform>
            <numerusform>%n won leads would not have been handed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them not under version {number} either</source>
        <translation>
            <numerusform>%n of them not under version {number} either</numerusform>
            <numerusform>%n of them not under version {number} either</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points better</source>
        <translation>
            <numerusform>%n point better</numerusform>
            <numerusform>%n points better</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points worse</source>
        <translation>
            <numerusform>%n point worse</numerusform>
            <numerusform>%n points worse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fewer</source>
        <translation>
            <numerusform>%n fewer</numerusform>
            <numerusform>%n fewer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spared</source>
        <translation>
            <numerusform>%n spared</numerusform>
            <numerusform>%n spared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sellers</source>
        <translation>
            <numerusform>%n seller</numerusform>
            <numerusform>%n sellers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working days</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScoreChart</name>
    <message numerus="yes">
        <source>{low} to {high} points: %n leads</source>
        <translation>
            <numerusform>{low} to {high} points: %n lead</numerusform>
            <numerusform>{low} to {high} points: %n leads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SigningPane</name>
    <message numerus="yes">
        <source>%n clauses, actions and promises</source>
        <translation>
            <numerusform>%n clause, action or promise</numerusform>
            <numerusform>%n clauses, actions and promises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads fewer</source>
        <translation>
            <numerusform>%n lead fewer</numerusform>
            <numerusform>%n leads fewer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads more</source>
        <translation>
            <numerusform>%n lead more</numerusform>
            <numerusform>%n leads more</numerusform>
        </translation>
    </message>
</context>
</TS>
