<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DigestWords</name>
    <message numerus="yes">
        <source>%n handoffs to answer</source>
        <translation>
            <numerusform>%n handoff to answer</numerusform>
            <numerusform>%n handoffs to answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clocks about to run out</source>
        <translation>
            <numerusform>%n clock about to run out</numerusform>
            <numerusform>%n clocks about to run out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mentions</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks due today</source>
        <translation>
            <numerusform>%n task due today</numerusform>
            <numerusform>%n tasks due today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disputes</source>
        <translation>
            <numerusform>%n dispute</numerusform>
            <numerusform>%n disputes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your team has %n overdue promises.</source>
        <translation>
            <numerusform>Your team has %n overdue promise.</numerusform>
            <numerusform>Your team has %n overdue promises.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message numerus="yes">
        <source>%n wait for you</source>
        <translation>
            <numerusform>%n waits for you</numerusform>
            <numerusform>%n wait for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemView</name>
    <message numerus="yes">
        <source>%n days here</source>
        <translation>
            <numerusform>%n day here</numerusform>
            <numerusform>%n days here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message numerus="yes">
        <source>%n of your leads are overdue.</source>
        <translation>
            <numerusform>%n of your leads is overdue.</numerusform>
            <numerusform>%n of your leads are overdue.</numerusform>
        </translation>
    </message>
</context>
</TS>
