<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ReportDialog</name>
    <message numerus="yes">
        <source>%n report is ready. It holds no names, addresses or notes.</source>
        <translation>
            <numerusform>%n report is ready. It holds no names, addresses or notes.</numerusform>
            <numerusform>%n reports are ready. They hold no names, addresses or notes.</numerusform>
        </translation>
    </message>
</context>
</TS>
